from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0002_programme'),
    ]

    operations = [
        migrations.AddField(
            model_name='participant',
            name='left_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
    ]
