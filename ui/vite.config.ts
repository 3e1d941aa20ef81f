import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { onlyUsed } from "./vite.antd";

// `npm run dev` beside `kesu serve --listen 127.0.0.1:8650` (KESU_SERVER names another one): what is no page goes there. The
// house answers only what comes from itself, so the page's own origin is taken off on the way.
const target = process.env.KESU_SERVER ?? "http://127.0.0.1:8650";
const proxy = {
  target,
  changeOrigin: true,
  configure: (server: { on(event: "proxyReq", act: (request: { removeHeader(name: string): void }) => void): void }) =>
    server.on("proxyReq", (request) => request.removeHeader("origin")),
};
const paths = ["/api", "/file", "/form", "/ical", "/folder"];

export default defineConfig({
  plugins: [react()],
  css: { postcss: { plugins: [onlyUsed] } },
  build: { target: "es2022", chunkSizeWarningLimit: 1500 },
  server: { fs: { allow: [".."] }, proxy: Object.fromEntries(paths.map((path) => [path, proxy])) },
});
