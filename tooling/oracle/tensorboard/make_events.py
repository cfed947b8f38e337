"""Writes apps/trainer/src/tensorboard/events.cases.json: event messages and their frames as TensorBoard's own
code makes them, and the scalars that it reads from a file of them.

Run: pip install -r requirements.txt && python make_events.py FILE && biome check --write FILE
"""

import io
import json
import sys
import tempfile
from pathlib import Path

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.compat.proto.event_pb2 import Event, SessionLog
from tensorboard.compat.proto.summary_pb2 import Summary
from tensorboard.summary.writer.record_writer import RecordWriter

# As LogEvent in encode-event.ts.
EVENTS = [
    {"wallTime": 1.7e9, "step": 0, "fileVersion": "brain.Event:2"},
    {"wallTime": 1.7e9 + 0.25, "step": 10, "scalars": {"batch_loss": 2.5, "learning_rate": 0.001}},
    {"wallTime": 1.7e9 + 0.5, "step": 860, "scalars": {"loss": 0.1, "accuracy": 0.97, "epoch": 1}},
    {"wallTime": 1.7e9 + 1, "step": 861, "isSessionStart": True},
    {"wallTime": 1.7e9 + 1.5, "step": 5_000_000_000, "scalars": {"loss": 1e-12}},
]


def message(event):
    fields = {"wall_time": event["wallTime"], "step": event["step"]}
    if "fileVersion" in event:
        fields["file_version"] = event["fileVersion"]
    if "scalars" in event:
        values = [Summary.Value(tag=tag, simple_value=value) for tag, value in event["scalars"].items()]
        fields["summary"] = Summary(value=values)
    if event.get("isSessionStart"):
        fields["session_log"] = SessionLog(status=SessionLog.START)
    return Event(**fields).SerializeToString(deterministic=True)


def framed(data):
    class Stream(io.BytesIO):
        def close(self):
            pass

    stream = Stream()
    RecordWriter(stream).write(data)
    return stream.getvalue()


def read(frames):
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "events.out.tfevents.1700000000.lenet.1").write_bytes(b"".join(frames))
        accumulator = EventAccumulator(folder, size_guidance={"scalars": 0})
        accumulator.Reload()
        return {
            tag: [[scalar.wall_time, scalar.step, scalar.value] for scalar in accumulator.Scalars(tag)]
            for tag in accumulator.Tags()["scalars"]
        }


frames = [framed(message(event)) for event in EVENTS]
cases = [{"event": event, "record": frame.hex()} for event, frame in zip(EVENTS, frames)]
Path(sys.argv[1]).write_text(json.dumps({"cases": cases, "read": read(frames)}))
