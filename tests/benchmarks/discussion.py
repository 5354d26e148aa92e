"""How long a member waits for the newest page of a very long discussion of a working group, at the server.

Run by hand: `python tests/benchmarks/discussion.py [--posts 20000]`. Ends with 1 where the bar is missed.
"""

from __future__ import annotations

import subprocess
import sys
from argparse import ArgumentParser, Namespace

from world import ROOT, forum, say

MEDIAN_BAR = 0.1
"""Seconds for a group that holds 20,000 posts."""

ASKED = """
import statistics, time
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from cms.accounts.models import User
from workspace.models import Discussion, DiscussionReach, Post
discussion = Discussion.objects.filter(reach=DiscussionReach.GROUP).first()
first = discussion.posts.first()
new = []
for _ in range(%(posts)d):
    new.append(Post(discussion=discussion, author=first.author, county=first.county, text="Rat", html="<p>Rat</p>",
                    plain="Rat"))
Post.objects.bulk_create(new, batch_size=500)
client = Client()
client.force_login(User.objects.get(email="member@demo.example"), "allauth.account.auth_backends.AuthenticationBackend")
address = f"/diskussionen/{discussion.pk}/"
took = []
for _ in range(40):
    with CaptureQueriesContext(connection) as queries:
        started = time.perf_counter()
        assert client.get(address, HTTP_HOST="localhost").status_code == 200
        took.append(time.perf_counter() - started)
print(statistics.median(took), max(took[5:]), len(queries))
"""


def main(options: Namespace) -> int:
    with forum(0, [{"external_key": "one", "kind": "offer", "title": "One", "body_html": "<p>One</p>"}]) as environment:
        command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", ASKED % {"posts": options.posts}]
        answer = subprocess.run(
            command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
        ).stdout
    median, slowest, queries = map(float, answer.split()[-3:])
    say(f"{options.posts} posts: median {median * 1e3:.0f} ms, slowest {slowest * 1e3:.0f} ms, {queries:.0f} queries")
    if median > MEDIAN_BAR:
        say(f"Falls short: {MEDIAN_BAR * 1e3:.0f} ms are allowed")
    return int(median > MEDIAN_BAR)


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=20_000)
    sys.exit(main(parser.parse_args()))
