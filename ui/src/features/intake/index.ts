export { IntakePage } from "./IntakePage";
