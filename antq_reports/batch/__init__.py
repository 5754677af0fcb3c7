"""Many briefs: over one machine's cores or any `concurrent.futures.Executor`, resumable, with limits per brief."""

from antq_reports.batch.province_run import BatchOptions, BatchReport, received, run_batch
from antq_reports.batch.province_year import ProvinceInputs, ProvinceYear, Standing, read_province
from antq_reports.batch.result import BatchResult, Brief, Failure, Progress, Step
from antq_reports.batch.runner import render_many, usable_cores
from antq_reports.batch.worker_task import Limits

__all__ = [
    "BatchOptions",
    "BatchReport",
    "BatchResult",
    "Brief",
    "Failure",
    "Limits",
    "Progress",
    "ProvinceInputs",
    "ProvinceYear",
    "Standing",
    "Step",
    "read_province",
    "received",
    "render_many",
    "run_batch",
    "usable_cores",
]
