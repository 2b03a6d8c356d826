import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const hub = process.env.KASANE_URL ?? 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [react()],
  // The explorer's React is another.
  resolve: { dedupe: ['react', 'react-dom'] },
  build: {
    target: 'es2022',
    // Nothing inline: the gateway's content security policy forbids it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What the console loads is told by its names; a source map would tell nothing secret either, but doubles it.
    sourcemap: false,
    chunkSizeWarningLimit: 800,
  },
  // `npm run dev`: this server gives the console, a running hub the rest.
  server: { proxy: { '/graphql': hub, '/console.json': hub, '/me': hub } },
});
