export { csvFileName, tableAsCsv, type TableToWrite } from './table-as-csv.js';
