// A quiet end for each process of Node that `run.mjs` starts, when nobody reads on what it prints: `… | head -3`.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
