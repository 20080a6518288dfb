"""Times RapidFuzz over all names, one thread: {"names": [...], "queries": [...]} in, {scorer: {...}} out, as JSON.

Names and queries are made ready beforehand, as RapidFuzz advises. `times_ms` are of one query at a time with the best
twenty wanted; `batch_ms` is the time a query of all queries against all names at once, which lets RapidFuzz compare
several strings in one instruction where a scorer can.
"""

import json
import sys
import time

from rapidfuzz import process, utils
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.fuzz import WRatio, ratio, token_sort_ratio

ROUNDS = 3  # As in speed.mjs: of each query the quickest.

asked = json.load(sys.stdin)
names = [utils.default_process(name) for name in asked["names"]]
queries = [utils.default_process(query) for query in asked["queries"]]

found = {}
for label, scorer in [
    ("WRatio", WRatio),
    ("Jaro-Winkler", JaroWinkler.similarity),
    ("ratio", ratio),
    ("token sort ratio", token_sort_ratio),
]:
    times = [float("inf")] * len(queries)
    batch = float("inf")
    for _ in range(ROUNDS):
        for index, query in enumerate(queries):
            start = time.perf_counter()
            process.extract(query, names, scorer=scorer, processor=None, limit=20, score_cutoff=None)
            times[index] = min(times[index], (time.perf_counter() - start) * 1000)
        start = time.perf_counter()
        process.cdist(queries, names, scorer=scorer, processor=None, workers=1)
        batch = min(batch, (time.perf_counter() - start) * 1000 / len(queries))
    found[label] = {"times_ms": times, "batch_ms": batch}
json.dump(found, sys.stdout)
