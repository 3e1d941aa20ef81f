export { Gate } from "./Gate";
export { useDoing } from "./progress";
export { lookAhead } from "./where";
