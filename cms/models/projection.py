"""Projections: one stored row per layer of an entry, which is what every reader, feed and index gets.

`Projection` is narrow, because lists count and filter it; the finished texts stand in `ProjectionText`.
"""

from __future__ import annotations

from django.db import models
from wagtail.documents import get_document_model_string
from wagtail.images import get_image_model_string

from cms.models.county import County
from cms.models.entry import Entry
from cms.models.topic import Topic


class Layer(models.TextChoices):
    PUBLIC = "public"
    MEMBERS = "members"


class Projection(models.Model):
    """What a reader of one layer can filter, sort and count by."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="projections")
    layer = models.CharField(max_length=8, choices=Layer.choices)
    superseded = models.BooleanField(default=False)
    """True on a public layer beside which there is a members' layer: whoever may read both gets the other."""
    kind = models.CharField(max_length=20)
    slug = models.CharField(max_length=255)
    sort_title = models.CharField(max_length=255)
    county = models.ForeignKey(County, null=True, on_delete=models.SET_NULL, related_name="+")
    author = models.CharField(max_length=200, blank=True)
    external_key = models.CharField(max_length=200, blank=True, default="", db_index=True)
    version = models.PositiveIntegerField()
    published_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    etag = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "layer"], name="one_projection_per_layer")]
        indexes = [
            models.Index(fields=["layer", "-published_at", "-id"], name="projection_layer_date"),
            models.Index(fields=["layer", "kind", "-published_at", "-id"], name="projection_layer_kind_date"),
            models.Index(fields=["layer", "county", "-published_at", "-id"], name="projection_layer_county_date"),
            models.Index(fields=["layer", "county", "kind", "-published_at", "-id"], name="projection_layer_both_date"),
            models.Index(fields=["superseded", "-published_at", "-id"], name="projection_top_date"),
            models.Index(fields=["superseded", "kind", "-published_at", "-id"], name="projection_top_kind_date"),
            models.Index(fields=["superseded", "county", "-published_at", "-id"], name="projection_top_county_date"),
            models.Index(
                fields=["superseded", "county", "kind", "-published_at", "-id"], name="projection_top_both_date"
            ),
            models.Index(fields=["slug", "layer"], name="projection_slug"),
            models.Index(fields=["layer", "sort_title"], name="projection_layer_title"),
            models.Index(fields=["layer", "county", "sort_title"], name="projection_layer_county_title"),
            models.Index(fields=["layer", "county", "kind", "sort_title"], name="projection_layer_both_title"),
            models.Index(fields=["superseded", "sort_title"], name="projection_top_title"),
            models.Index(fields=["superseded", "county", "sort_title"], name="projection_top_county_title"),
            models.Index(fields=["superseded", "county", "kind", "sort_title"], name="projection_top_both_title"),
        ]

    def __str__(self) -> str:
        return f"{self.slug} ({self.layer})"


class ProjectionText(models.Model):
    """The finished texts of a layer: stored once, sent as they are.

    What lists show stands first: SQLite reads a long row from its beginning to the column that is asked for.
    """

    projection = models.OneToOneField(Projection, on_delete=models.CASCADE, primary_key=True, related_name="text")
    title = models.CharField(max_length=255)
    summary = models.TextField(blank=True)
    list_json = models.TextField()
    line_html = models.TextField()
    detail_json = models.TextField()
    page_html = models.TextField()
    plain = models.TextField(blank=True)
    source_digest = models.CharField(max_length=40)

    def __str__(self) -> str:
        return self.title


class ProjectionTopic(models.Model):
    projection = models.ForeignKey(Projection, on_delete=models.CASCADE, related_name="topic_rows")
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="projection_rows")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["topic", "projection"], name="one_row_per_projected_topic")]

    def __str__(self) -> str:
        return f"{self.projection_id} in {self.topic_id}"


class ProjectionTag(models.Model):
    projection = models.ForeignKey(Projection, on_delete=models.CASCADE, related_name="tag_rows")
    name = models.CharField(max_length=100, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["projection", "name"], name="one_row_per_projected_tag")]

    def __str__(self) -> str:
        return self.name


class ProjectionMedia(models.Model):
    """Which pictures and files a layer shows: exactly that is who may fetch them."""

    projection = models.ForeignKey(Projection, on_delete=models.CASCADE, related_name="media_rows")
    picture = models.ForeignKey(get_image_model_string(), null=True, on_delete=models.CASCADE, related_name="+")
    file = models.ForeignKey(get_document_model_string(), null=True, on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return f"{self.projection_id} shows {self.picture_id or self.file_id}"
