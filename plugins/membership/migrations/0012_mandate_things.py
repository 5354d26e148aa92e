import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('membership', '0011_ties_end_by_number'),
    ]

    operations = [
        migrations.CreateModel(
            name='MandateThing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scope', models.CharField(max_length=50)),
                ('key', models.CharField(max_length=100)),
                ('mandate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='things', to='membership.guestmandate')),
            ],
            options={
                'verbose_name': 'thing that a mandate names',
                'verbose_name_plural': 'things that mandates name',
                'ordering': ('pk',),
                'constraints': [models.UniqueConstraint(fields=('mandate', 'scope', 'key'), name='named_once_per_mandate')],
            },
        ),
    ]
