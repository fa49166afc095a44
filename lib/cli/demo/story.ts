/**
 * The demonstration's story: what happened on the portal before a newcomer opens it, oldest first. Each step may
 * be carried out again after it was broken off; a moment that has passed already is not waited for.
 */
import { addDays, legalDay, localTime } from '@/lib/kernel/days'
import { fileIt, leaveDraft, payIt, withdrawIt } from './applicant'
import {
  COFFEE,
  COURIER,
  type DemoApplication,
  FLOWERS,
  GREEN_POTTERY,
  GUITAR,
  HONG_KONG_TEA,
  LESSONS,
  PHOTOGRAPHS,
  POTTERY_SHOP,
  REPAIRS,
  ROSES,
  SALE,
  SOAP_FLOWERS,
  TEA,
  WEDDINGS,
} from './applications'
import { acceptIt, askIt, refuseIt, takeIt } from './desk'

/** The clock begins this many days in the past. */
export const STORY_DAYS = 336

const TIME_ZONE = 'Asia/Ho_Chi_Minh'

/** A moment of the story, by the system's time. */
type Moment = (now: Date) => Date

export interface StoryStep {
  readonly at: Moment
  readonly act: (application: DemoApplication) => Promise<void>
  readonly application: DemoApplication
}

/** A local time of day, days ago. */
function day(ago: number, time: string): Moment {
  return (now) => localTime(addDays(legalDay(now, TIME_ZONE), -ago), time, TIME_ZONE)
}

/** Minutes ago. */
function ago(minutes: number): Moment {
  return (now) => new Date(now.getTime() - minutes * 60_000)
}

function step(at: Moment, act: StoryStep['act'], application: DemoApplication): StoryStep {
  return { at, act, application }
}

export const STORY: readonly StoryStep[] = [
  step(day(335, '09:12'), fileIt, FLOWERS),
  step(day(335, '14:40'), acceptIt, FLOWERS),
  step(day(335, '14:40'), payIt, FLOWERS),
  step(day(96, '10:20'), fileIt, POTTERY_SHOP),
  step(day(96, '10:20'), fileIt, PHOTOGRAPHS),
  step(day(96, '15:05'), acceptIt, POTTERY_SHOP),
  step(day(96, '15:05'), acceptIt, PHOTOGRAPHS),
  step(day(96, '15:05'), payIt, POTTERY_SHOP),
  step(day(15, '08:35'), fileIt, TEA),
  step(day(15, '08:35'), payIt, TEA),
  step(day(15, '11:10'), acceptIt, TEA),
  step(day(9, '16:20'), fileIt, REPAIRS),
  step(day(9, '16:20'), payIt, REPAIRS),
  step(day(8, '09:30'), refuseIt, REPAIRS),
  step(day(6, '13:45'), fileIt, SALE),
  step(day(5, '10:00'), withdrawIt, SALE),
  step(day(5, '10:00'), leaveDraft, LESSONS),
  step(day(5, '10:00'), fileIt, ROSES),
  step(day(2, '10:30'), askIt, ROSES),
  step(day(2, '10:30'), fileIt, WEDDINGS),
  step(day(2, '10:30'), fileIt, COURIER),
  step(day(2, '11:15'), acceptIt, WEDDINGS),
  step(day(2, '11:15'), acceptIt, COURIER),
  // Of the last two days by the hour: the hold of the courier's name must not have met its slot yet.
  step(ago(20 * 60), fileIt, GUITAR),
  step(ago(17 * 60), fileIt, GREEN_POTTERY),
  step(ago(5 * 60), fileIt, HONG_KONG_TEA),
  step(ago(130), fileIt, SOAP_FLOWERS),
  step(ago(130), payIt, SOAP_FLOWERS),
  step(ago(130), payIt, COURIER),
  step(ago(130), takeIt, GUITAR),
  step(ago(40), fileIt, COFFEE),
]
