import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Apart from the first one: Wagtail's tables depend on the user, and tokens depend on Wagtail's tables."""

    dependencies = [
        ('accounts', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='TokenScopes',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scopes', models.JSONField(default=list)),
                ('token', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='lernnetz', to='wagtailcore.apitoken')),
            ],
        ),
    ]
