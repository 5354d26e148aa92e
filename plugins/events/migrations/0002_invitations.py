import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0001_events'),
    ]

    operations = [
        migrations.AddField(
            model_name='participant',
            name='told',
            field=models.TextField(blank=True, help_text='For example which session, when and where. Only this person and the organisers read it.', max_length=1000, verbose_name='what the person should know'),
        ),
        migrations.CreateModel(
            name='LeadTimeReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(unique=True, verbose_name='year')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                'verbose_name': 'report on lead times',
                'verbose_name_plural': 'reports on lead times',
                'ordering': ('-year',),
            },
        ),
    ]
