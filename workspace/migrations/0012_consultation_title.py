from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def call_them_as_their_drafts_are(apps, schema_editor):
    """What a draft was called then is not known; what it is called now is what members saw until now."""
    titles = apps.get_model("workspace", "Draft").objects.filter(pk=OuterRef("draft")).values("title")
    apps.get_model("workspace", "Consultation").objects.update(title=Subquery(titles))


class Migration(migrations.Migration):

    dependencies = [
        ('workspace', '0011_publication_steps'),
    ]

    operations = [
        migrations.AddField(
            model_name='consultation',
            name='title',
            field=models.CharField(default='', max_length=150, verbose_name='title'),
            preserve_default=False,
        ),
        migrations.RunPython(call_them_as_their_drafts_are, migrations.RunPython.noop),
    ]
