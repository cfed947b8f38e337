export default {
  // The development server does not find the worker of a package that it has bundled beforehand.
  optimizeDeps: { exclude: ['@lenet/engine'] },
  // The engine loads what it needs, so that a worker of the page has several files.
  worker: { format: 'es' },
  server: {
    headers: {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    },
  },
};
