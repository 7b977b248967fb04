import { z } from 'astro/zod';
import { json } from '../../json.ts';
import { topicDocumentSchema } from '../../schemas/api.ts';

/** The JSON Schema of the topic's document, made from the schema that the code is checked against. */
export const GET = () => json(z.toJSONSchema(topicDocumentSchema, { io: 'input' }));
