// A CommonJS program: ES modules are taken by a dynamic import.
async function main() {
  const { generateDigits } = await import('@lenet/core/synthetic');
  const { recognize } = await import('@lenet/recognizer');
  const { pixels, labels } = generateDigits({ seed: 1, count: 1, split: 'test' });
  const { digit } = await recognize({ pixels, width: 28, height: 28 });
  process.stdout.write(`${JSON.stringify({ digit, label: labels[0] })}\n`);
}

main();
