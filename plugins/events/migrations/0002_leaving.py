from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0001_events'),
    ]

    operations = [
        migrations.AddField(
            model_name='participant',
            name='left_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
    ]
