export { backTo } from "./backTo";
export type { TypedAll } from "./fills";
export { keyOf } from "./fills";
export { Offers } from "./Offers";
export { SignBox } from "./SignBox";
export { Story } from "./Story";
export { codeOf, saveFill } from "./save";
export { differing, useSign } from "./sign";
export { TaskForm } from "./TaskForm";
