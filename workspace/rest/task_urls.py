"""REST addresses of tasks of working groups, under /api/v1/groups/."""

from __future__ import annotations

from django.urls import path

from workspace.rest import tasks

urlpatterns = [
    path("<slug:slug>/tasks/", tasks.GroupTasksView.as_view(), name="group_tasks"),
    path("<slug:slug>/tasks/<int:task_id>/", tasks.GroupTaskView.as_view(), name="group_task"),
]
