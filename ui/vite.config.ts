import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// `npm run dev` beside `kesu serve --listen 127.0.0.1:7420`: what is not a page goes there.
const server = process.env.KESU_SERVER ?? "http://127.0.0.1:7420";
const paths = ["/api", "/file", "/form", "/folder"];

export default defineConfig({
  plugins: [react()],
  build: { target: "es2022", chunkSizeWarningLimit: 1500 },
  server: { fs: { allow: [".."] }, proxy: Object.fromEntries(paths.map((path) => [path, { target: server }])) },
});
