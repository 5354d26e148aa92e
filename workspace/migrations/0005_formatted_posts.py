from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("workspace", "0004_discussions")]

    operations = [
        migrations.AddField("post", "is_formatted", models.BooleanField(default=False)),
    ]
