export { searchKey } from '@kasane/vocabulary';
