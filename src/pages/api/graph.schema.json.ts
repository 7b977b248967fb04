import { z } from 'astro/zod';
import { json } from '../../json.ts';
import { graphSchema } from '../../schemas/api.ts';

/** The JSON Schema of the graph's document, made from the schema that the code is checked against. */
export const GET = () => json(z.toJSONSchema(graphSchema, { io: 'input' }));
