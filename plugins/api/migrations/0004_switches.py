from __future__ import annotations

from typing import Any

import django.utils.timezone
from django.apps import apps as installed
from django.db import migrations, models

from plugins.api.plugin import Plugin


def keep_what_is_at_work(apps: Any, schema_editor: Any) -> None:
    """In a forum in which people have accounts, every plugin that is named goes on working."""
    connection = schema_editor.connection
    people = "accounts_user"
    if people not in connection.introspection.table_names():
        return
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {people} LIMIT 1")  # noqa: S608 - a name of ours
        if cursor.fetchone() is None:
            return
    switches = apps.get_model("plugins_api", "PluginSwitch").objects.using(connection.alias)
    for config in installed.get_app_configs():
        if isinstance(config, Plugin) and config.fits and not config.is_fixed:
            switches.get_or_create(plugin=config.label, place="forum", defaults={"is_on": True})


class Migration(migrations.Migration):
    dependencies = [("plugins_api", "0003_trouble")]

    operations = [
        migrations.AddField("generation", "switches", models.PositiveBigIntegerField(default=0)),
        migrations.CreateModel(
            name="PluginSwitch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("plugin", models.CharField(max_length=100)),
                ("place", models.CharField(default="forum", max_length=100)),
                ("is_on", models.BooleanField()),
                ("changed_by", models.PositiveBigIntegerField(null=True)),
                ("changed_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("plugin", "place"), name="one_switch_per_place")],
            },
        ),
        migrations.CreateModel(
            name="RemovedPlugin",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("plugin", models.CharField(max_length=100, unique=True)),
                ("title", models.CharField(max_length=200)),
                ("prefixes", models.JSONField(default=list)),
                ("removed_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("removed_by", models.PositiveBigIntegerField(null=True)),
                ("counts", models.JSONField(default=list)),
                ("export", models.CharField(blank=True, max_length=200)),
                ("is_open_to_office", models.BooleanField(default=False)),
            ],
        ),
        migrations.RunPython(keep_what_is_at_work, migrations.RunPython.noop),
    ]
