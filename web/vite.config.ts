import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const api = { target: 'http://127.0.0.1:4000', changeOrigin: false };

/** The frame is asked for once the language is known; the browser may fetch it, and what it needs, right away. */
const fetchFrameAtOnce: Plugin = {
  name: 'fetch-frame-at-once',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle }) {
      const frame = Object.values(bundle ?? {}).find((one) => one.type === 'chunk' && one.name === 'App');
      if (frame?.type !== 'chunk') return html;
      return [frame.fileName, ...frame.imports]
        .filter((file) => !html.includes(file))
        .map((file) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` }, injectTo: 'head' }));
    },
  },
};

/** The letters come with the first page: a font that came later would move what stands beside it. */
const fetchFontAtOnce: Plugin = {
  name: 'fetch-font-at-once',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => /inter-latin-wght-normal.*\.woff2$/.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${file}` },
          injectTo: 'head',
        })),
  },
};

/** The page allows no inline script, so nothing may be inlined: assets stay files, module preload needs no polyfill. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), fetchFrameAtOnce, fetchFontAtOnce],
  build: {
    target: 'es2022',
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: { port: 5173, proxy: { '/graphql': api, '/api': api, '/healthz': api } },
});
