"""Prints the numbers that apps/trainer/src/report/wilson-interval.test.ts expects."""

from scipy.stats import binomtest

for right, count in ((8, 10), (0, 20), (50, 50), (9822, 10000)):
    low, high = binomtest(right, count).proportion_ci(method="wilson")
    print(right, count, low, high)
