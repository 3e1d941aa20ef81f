export { ProceduresPage } from "./ProceduresPage";
