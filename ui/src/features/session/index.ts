export { Gate } from "./Gate";
