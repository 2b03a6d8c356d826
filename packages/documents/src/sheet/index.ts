export * from './sheet.js';
export * from './sheet-data.js';
export * from './sheet-html.js';
