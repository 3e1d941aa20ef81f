import "antd/dist/antd.css";
import "./ui/theme.css";
import "./ui/parts.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { lookAhead } from "./features/session";
import { chooseTransport } from "./transport";

// The router listens to the hash only, and going back to an address that asked something else (`?task=…`) fires no
// `hashchange`: without this the page would stay where it was.
window.addEventListener("popstate", () => window.dispatchEvent(new HashChangeEvent("hashchange")));

chooseTransport();
lookAhead();
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
