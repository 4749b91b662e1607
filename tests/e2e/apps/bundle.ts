import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The script of one of the apps in this folder, with the framework or editor from its package. */
export async function bundleApp(name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    // Development builds are those that warn of markup that is not their own.
    mode: 'development',
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL(`${name}.ts`, import.meta.url)), formats: ['iife'], name: 'app' },
    },
  });
  const [output] = [result].flat();
  if (output === undefined || !('output' in output)) throw new Error(`${name} gave no script`);
  return output.output[0].code;
}
