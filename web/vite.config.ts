import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = { target: 'http://127.0.0.1:4000', changeOrigin: false };

/** The page allows no inline script, so nothing may be inlined: assets stay files, module preload needs no polyfill. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    target: 'es2022',
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: { port: 5173, proxy: { '/graphql': api, '/api': api, '/healthz': api } },
});
