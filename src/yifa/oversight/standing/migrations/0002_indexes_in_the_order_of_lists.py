"""The indexes of lists by light or by day: in the order of these lists, and with whether a case takes acts."""

from typing import ClassVar

from django.db import migrations, models
from django.db.migrations.operations.base import Operation


class Migration(migrations.Migration):
    """Two indexes take the place of two."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("standing", "0001_standings_begin")]
    operations: ClassVar[list[Operation]] = [
        migrations.RemoveIndex(model_name="standing", name="standing_case_due"),
        migrations.RemoveIndex(model_name="standing", name="standing_case_opened"),
        migrations.AddIndex(
            model_name="standing",
            index=models.Index(fields=["organ", "due", "-case", "broken"], name="standing_case_by_day"),
        ),
        migrations.AddIndex(
            model_name="standing",
            index=models.Index(
                fields=["organ", "-opened", "-case", "open", "broken", "due"], name="standing_case_newest"
            ),
        ),
    ]
