"""Writes packages/core/src/training/learning-rate-schedules.json: rates as PyTorch's schedulers give them.

The schedulers are written out here as torch/optim/lr_scheduler.py computes them, which is not how core does:
StepLR and CosineAnnealingLR go from each rate to the next; OneCycleLR counts to phase ends.
PyTorch's OneCycleLR reaches its minimum at its last step, core after it, so PyTorch gets one step more; its
first phase ends at `pct_start * total_steps - 1`, core's at `warm_up * steps`.

Run: pip install -r requirements.txt && python learning_rate_schedules.py FILE && biome check --write FILE
"""

import json
import sys

import numpy as np


def step_lr(rate, steps, step_size, gamma):
    rates = [rate]
    for epoch in range(1, steps):
        rates.append(rates[-1] * gamma if epoch % step_size == 0 else rates[-1])
    return rates


def cosine_annealing_lr(rate, steps, eta_min):
    rates = [rate]
    for epoch in range(1, steps):
        ratio = (1 + np.cos(np.pi * epoch / steps)) / (1 + np.cos(np.pi * (epoch - 1) / steps))
        rates.append(float(ratio * (rates[-1] - eta_min) + eta_min))
    return rates


def one_cycle_lr(max_lr, total_steps, pct_start, div_factor):
    initial_lr = max_lr / div_factor
    phases = [
        (float(pct_start * total_steps) - 1, initial_lr, max_lr),
        (total_steps - 1, max_lr, 0.0),
    ]
    rates = []
    for step_num in range(total_steps):
        start_step = 0
        for i, (end_step, start, end) in enumerate(phases):
            if step_num <= end_step or i == len(phases) - 1:
                pct = (step_num - start_step) / (end_step - start_step)
                rates.append(float(end + (start - end) / 2.0 * (np.cos(np.pi * pct) + 1)))
                break
            start_step = end_step
    return rates


def one_cycle(peak, steps, warm_up, start_share):
    total = steps + 1
    return one_cycle_lr(peak, total, (warm_up * steps + 1) / total, 1 / start_share)[:steps]


cases = [
    ({"kind": "constant", "rate": 0.001}, [0.001] * 3),
    ({"kind": "step", "rate": 0.004, "everySteps": 7, "factor": 0.3}, step_lr(0.004, 40, 7, 0.3)),
    ({"kind": "step", "rate": 0.1, "everySteps": 10}, step_lr(0.1, 35, 10, 0.1)),
    ({"kind": "cosine", "rate": 0.002}, cosine_annealing_lr(0.002, 50, 0)),
    ({"kind": "cosine", "rate": 0.002, "finalRate": 0.0001}, cosine_annealing_lr(0.002, 33, 0.0001)),
    ({"kind": "one-cycle", "peak": 0.004}, one_cycle(0.004, 100, 0.3, 0.04)),
    ({"kind": "one-cycle", "peak": 0.004}, one_cycle(0.004, 7, 0.3, 0.04)),
    (
        {"kind": "one-cycle", "peak": 0.01, "warmUpShare": 0.45, "startShare": 0.1},
        one_cycle(0.01, 37, 0.45, 0.1),
    ),
]
with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump([{"schedule": schedule, "rates": rates} for schedule, rates in cases], file)
