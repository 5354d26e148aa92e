from django.db import migrations, models
import django.db.models.deletion


class Migration(migrations.Migration):

    dependencies = [
        ('cms', '0011_quotability'),
        ('events', '0001_events'),
    ]

    operations = [
        migrations.RemoveField(model_name='event', name='latitude'),
        migrations.RemoveField(model_name='event', name='longitude'),
        migrations.AddField(
            model_name='event',
            name='county',
            field=models.ForeignKey(blank=True, help_text='Where it takes place. The map of events marks it.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='events', to='cms.county', verbose_name='county'),
        ),
        migrations.AddField(
            model_name='event',
            name='moved_from',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='event',
            name='was_over',
            field=models.BooleanField(default=False, editable=False),
        ),
    ]
