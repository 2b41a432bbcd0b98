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

/** What a page looks like is fetched before what it does: its first words wait for the styles alone. */
const fetchStylesFirst: Plugin = {
  name: 'fetch-styles-first',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      const styles = /^ *<link rel="stylesheet".*\n/gm;
      return html.replace(styles, '').replace(/^ *<script type="module"/m, `${html.match(styles)?.join('') ?? ''}$&`);
    },
  },
};

/**
 * What nearly every page needs is few files: on a slow line each costs a way there and back. What the first script runs on stands
 * apart from the frame, which may be read only when the language is known.
 */
const FILES = [
  {
    name: 'begin',
    test: /node_modules[\\/](?:react|react-dom|scheduler|intl-messageformat|@formatjs)[\\/]|src[\\/](?:language[\\/]\w+|app[\\/]preferences)[.]ts$/,
    priority: 2,
  },
  { name: 'frame', test: /src[\\/](?:access|app)[\\/]/, minShareCount: 2, priority: 1 },
  { name: 'frame', minShareCount: 25 },
];

/** The page allows no inline script, so nothing may be inlined: assets stay files, module preload needs no polyfill. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), fetchFrameAtOnce, fetchFontAtOnce, fetchStylesFirst],
  build: {
    target: 'es2022',
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: { output: { codeSplitting: { groups: FILES } } },
  },
  server: { port: 5173, proxy: { '/graphql': api, '/api': api, '/healthz': api } },
});
