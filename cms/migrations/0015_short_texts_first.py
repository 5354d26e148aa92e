"""What lists show comes first in a row: SQLite reads a long row from its beginning to the column that is asked for."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

ORDER = ("line_html", "detail_json", "page_html", "plain", "source_digest")
"""What comes after `list_json`, the last column that stays where it is."""


def lay_anew(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """SQLite alone has an order of columns that matters; it copies the table into one with the new order."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor._remake_table(apps.get_model("cms", "ProjectionText"))


def field(name: str) -> models.Field:
    return models.CharField(max_length=40) if name == "source_digest" else models.TextField(blank=name == "plain")


class Migration(migrations.Migration):
    dependencies = [("cms", "0014_orders_of_entries")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                operation
                for name in ORDER
                for operation in (
                    migrations.RemoveField("projectiontext", name),
                    migrations.AddField("projectiontext", name, field(name)),
                )
            ]
        ),
        migrations.RunPython(lay_anew, migrations.RunPython.noop),
    ]
