import { json } from '../../json.ts';
import moved from '../../moved.json';

/** Where headings went that have moved. */
export const GET = () => json(moved);
