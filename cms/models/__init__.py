"""Tables of the knowledge base, one file per concept."""

from cms.models.barriers import BarrierReport
from cms.models.confirmation import Confirmation, ConfirmationMedia, CountyAnswer, Suggestion
from cms.models.county import County, CountyShape
from cms.models.entry import Confidentiality, Entry, EntryTag, KnowledgeIndex, Quotability
from cms.models.imports import ImportedEntry, ImportedFile
from cms.models.kinds import KINDS, Concept, GoodPractice, Offer, Recommendation, Strategy
from cms.models.media import File, FileText, Picture, PictureRendition
from cms.models.pages import HomePage, PageVersion, StandardPage
from cms.models.preview import PreviewLink
from cms.models.projection import Layer, Projection, ProjectionMedia, ProjectionTag, ProjectionText, ProjectionTopic
from cms.models.release import Publication, Release
from cms.models.topic import Topic
from cms.models.webhooks import DeliveryState, Failure, SwitchedOff, Webhook, WebhookDelivery

__all__ = [
    "KINDS",
    "BarrierReport",
    "Concept",
    "Confidentiality",
    "Quotability",
    "Confirmation",
    "ConfirmationMedia",
    "County",
    "CountyAnswer",
    "CountyShape",
    "DeliveryState",
    "Entry",
    "EntryTag",
    "Failure",
    "File",
    "FileText",
    "GoodPractice",
    "HomePage",
    "ImportedEntry",
    "ImportedFile",
    "KnowledgeIndex",
    "Layer",
    "Offer",
    "PageVersion",
    "Picture",
    "PictureRendition",
    "PreviewLink",
    "Projection",
    "ProjectionMedia",
    "ProjectionTag",
    "ProjectionText",
    "ProjectionTopic",
    "Publication",
    "Recommendation",
    "Release",
    "StandardPage",
    "Strategy",
    "Suggestion",
    "SwitchedOff",
    "Topic",
    "Webhook",
    "WebhookDelivery",
]
