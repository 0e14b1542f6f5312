import { describe, expect, it } from 'vitest'
import { ApiError } from '~/api/errors'
import { refusedField } from './refused-field'

const refusal = (code: string, detail: string, errors?: Record<string, string[]>) =>
  new ApiError(422, { code, detail, ...(errors && { errors }) })

describe('refusedField', () => {
  it('names the field that is missing', () => {
    expect(refusedField(refusal('custom_field.required', 'customFields.floor is required.'))).toEqual({
      key: 'floor',
      text: 'required',
    })
  })

  it('goes by the path where the server gives one', () => {
    const error = refusal('custom_field.invalid', 'A value does not fit.', { 'customFields.seats': ['a number'] })
    expect(refusedField(error)).toEqual({ key: 'seats', text: 'customField.invalid' })
  })

  it('knows nothing of a refusal about something else', () => {
    expect(refusedField(refusal('category.unknown', 'categoryId names no active category.'))).toBeUndefined()
    expect(refusedField(new Error('customFields.floor is required.'))).toBeUndefined()
  })
})
