export { Gate } from "./Gate";
export { useDoing } from "./progress";
