import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0002_saved_search'),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchWeights',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fields', models.JSONField(blank=True, default=dict, verbose_name='parts of an entry')),
                ('kinds', models.JSONField(blank=True, default=dict, verbose_name='kinds of entry')),
            ],
            options={
                'verbose_name': 'weights of the search',
                'verbose_name_plural': 'weights of the search',
                'constraints': [models.CheckConstraint(condition=models.Q(('pk', 1)), name='search_weights_once')],
            },
        ),
        migrations.CreateModel(
            name='UnansweredSearch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('meaning', models.CharField(max_length=400, unique=True, verbose_name='meaning')),
                ('spellings', models.JSONField(default=list, verbose_name='as it was asked')),
                ('county_marks', models.JSONField(default=list, editable=False)),
                ('counties', models.PositiveIntegerField(default=0, verbose_name='counties')),
                ('times', models.PositiveIntegerField(default=0, verbose_name='asked')),
                ('times_not_helped', models.PositiveIntegerField(default=0, verbose_name='answered “no”')),
                ('times_helped', models.PositiveIntegerField(default=0, verbose_name='answered “yes”')),
                ('first_asked_on', models.DateField(default=django.utils.timezone.localdate, verbose_name='first asked on')),
                ('last_asked_on', models.DateField(default=django.utils.timezone.localdate, verbose_name='last asked on')),
                ('resolved_on', models.DateField(blank=True, null=True, verbose_name='resolved on')),
                ('resolution', models.CharField(blank=True, max_length=200, verbose_name='what was done')),
            ],
            options={
                'verbose_name': 'search without an answer',
                'verbose_name_plural': 'searches without an answer',
                'ordering': ('-counties', '-times', '-last_asked_on', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='SearchReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(blank=True, max_length=300, verbose_name='what was looked for')),
                ('written_on', models.DateField(default=django.utils.timezone.localdate, verbose_name='reported on')),
                ('search', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='search.unansweredsearch')),
            ],
            options={
                'verbose_name': 'report about a search',
                'verbose_name_plural': 'reports about searches',
                'ordering': ('-written_on', '-pk'),
            },
        ),
    ]
