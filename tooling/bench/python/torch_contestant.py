"""PyTorch as a contestant: an epoch in eager mode, written to be as fast as that can be.

Settings: threads, steps, warmUpSteps, batchSize, learningRate, fused (which Adam).
Run by src/peers/main.ts; by hand:
LENET_DATA_DIR=... python torch_contestant.py '{"threads":2,"steps":938,"warmUpSteps":20,"batchSize":64,"learningRate":0.001,"fused":true}'
"""

import torch
from torch import nn

from contestant import fastest, serve, settings
from torch_lenet import Lenet, load

torch.set_num_threads(settings["threads"])
torch.set_num_interop_threads(1)
torch.set_flush_denormal(True)
torch.manual_seed(1)

images, labels = load("train")
loss_of = nn.CrossEntropyLoss()


class Candidate:
    def __init__(self, memory_format):
        self.network = Lenet().to(memory_format=memory_format)
        self.images = images.to(memory_format=memory_format)
        # Of the two that are not fused, foreach is the faster here: 3.2 against 3.3 ms a step.
        kind = {"fused": True} if settings["fused"] else {"foreach": True}
        self.optimizer = torch.optim.Adam(self.network.parameters(), settings["learningRate"], **kind)

    def train(self, steps):
        total = torch.zeros(())
        for batch in torch.randperm(len(labels)).split(settings["batchSize"])[:steps]:
            self.optimizer.zero_grad(set_to_none=True)
            loss = loss_of(self.network(self.images.index_select(0, batch)), labels.index_select(0, batch))
            loss.backward()
            self.optimizer.step()
            total += loss.detach()
        return (total / steps).item()


candidates = {
    "contiguous": Candidate(torch.contiguous_format),
    "channels last": Candidate(torch.channels_last),
}
for candidate in candidates.values():
    candidate.train(settings["warmUpSteps"])
chosen = fastest(candidates, lambda candidate: candidate.train(settings["warmUpSteps"]))
network = candidates[chosen]
del candidates
serve(f"PyTorch {torch.__version__}", chosen, lambda: network.train(settings["steps"]))
