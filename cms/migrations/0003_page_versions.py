import django.db.models.deletion
from django.db import migrations, models
from django.utils import timezone


def keep_what_is_there(apps, schema_editor):
    """Pages that are live already begin with version 1."""
    version = apps.get_model('cms', 'PageVersion')
    for page in apps.get_model('cms', 'StandardPage').objects.filter(live=True):
        body = [{name: block[name] for name in ('type', 'value', 'id') if name in block} for block in page.body.raw_data]
        version.objects.create(
            page=page,
            number=1,
            valid_since=page.last_published_at or page.first_published_at or timezone.now(),
            content={'title': page.title, 'introduction': page.introduction, 'body': body},
        )


class Migration(migrations.Migration):

    dependencies = [
        ('cms', '0002_sections_of_kinds'),
    ]

    operations = [
        migrations.CreateModel(
            name='PageVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='version')),
                ('valid_since', models.DateTimeField(verbose_name='valid since')),
                ('content', models.JSONField()),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='cms.standardpage')),
            ],
            options={
                'ordering': ('number',),
                'constraints': [models.UniqueConstraint(fields=('page', 'number'), name='one_page_version_per_number')],
            },
        ),
        migrations.RunPython(keep_what_is_there, migrations.RunPython.noop),
    ]
