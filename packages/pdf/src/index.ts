export * from './sheet-pdf.js';
