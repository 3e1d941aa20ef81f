export { TaskForm } from "./TaskForm";
