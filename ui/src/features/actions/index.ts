export { ActionsPage } from "./ActionsPage";
