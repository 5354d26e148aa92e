import django.db.models.deletion
import django.utils.timezone
import plugins.events.models.events
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0001_events'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ProgrammeCall',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(help_text='What the event is to be about, and who.', max_length=3000, verbose_name='what is wanted')),
                ('formats', models.CharField(help_text='A few words with commas in between. Whoever proposes something chooses one.', max_length=300, verbose_name='formats')),
                ('deadline', models.DateTimeField(verbose_name='deadline')),
                ('closed_at', models.DateTimeField(editable=False, null=True)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('event', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='programme_call', to='events.event')),
            ],
            options={
                'verbose_name': 'call for contributions',
                'verbose_name_plural': 'calls for contributions',
                'ordering': ('-created_at', '-pk'),
            },
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=160, verbose_name='title')),
                ('text', models.TextField(max_length=2000, verbose_name='what it is about')),
                ('format', models.CharField(max_length=60, verbose_name='format')),
                ('state', models.CharField(choices=[('proposed', 'proposed'), ('accepted', 'accepted'), ('declined', 'not accepted'), ('withdrawn', 'taken back')], default='proposed', editable=False, max_length=10)),
                ('reason', models.TextField(blank=True, editable=False, max_length=1000, verbose_name='reason')),
                ('decided_at', models.DateTimeField(editable=False, null=True)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('call', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='proposals', to='events.programmecall')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='programme_proposals', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'proposal for the programme',
                'verbose_name_plural': 'proposals for the programme',
                'ordering': ('created_at', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='ProposalInterest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='interests', to='events.proposal')),
            ],
            options={
                'verbose_name': 'interest in a proposal',
                'verbose_name_plural': 'interest in proposals',
                'ordering': ('pk',),
                'constraints': [models.UniqueConstraint(fields=('proposal', 'person'), name='interested_once_in_a_proposal')],
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.CharField(default=plugins.events.models.events.new_uid, editable=False, max_length=80, unique=True)),
                ('title', models.CharField(max_length=160, verbose_name='title')),
                ('description', models.TextField(blank=True, max_length=3000, verbose_name='what it is about')),
                ('track', models.CharField(blank=True, help_text='For example: Housing', max_length=80, verbose_name='track')),
                ('room', models.CharField(blank=True, help_text='For example: Great hall', max_length=120, verbose_name='room')),
                ('starts_at', models.DateTimeField(verbose_name='begins')),
                ('ends_at', models.DateTimeField(verbose_name='ends')),
                ('published_at', models.DateTimeField(editable=False, null=True)),
                ('cancelled_at', models.DateTimeField(editable=False, null=True)),
                ('sequence', models.PositiveIntegerField(default=0, editable=False)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to='events.event')),
                ('proposal', models.OneToOneField(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='session', to='events.proposal')),
                ('speakers', models.ManyToManyField(blank=True, related_name='sessions', to='events.participant', verbose_name='speakers')),
            ],
            options={
                'verbose_name': 'session',
                'verbose_name_plural': 'sessions',
                'ordering': ('starts_at', 'track', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='session_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='SessionChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='chosen_sessions', to='events.participant')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='choices', to='events.session')),
            ],
            options={
                'verbose_name': 'session in a schedule',
                'verbose_name_plural': 'sessions in schedules',
                'ordering': ('pk',),
                'constraints': [models.UniqueConstraint(fields=('session', 'participant'), name='session_chosen_once')],
            },
        ),
    ]
