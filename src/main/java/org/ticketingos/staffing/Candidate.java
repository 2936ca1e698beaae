package org.ticketingos.staffing;

/**
 * What is known of one agent at the moment a ticket is pushed.
 *
 * @param skillLevel 0 when the agent lacks the skill, else 1 to 5
 * @param load tickets in hand
 * @param idleMinutes since the agent last did something on a ticket
 * @param minutesOnShift working minutes left; 0 when off shift
 * @param knowsCustomer has owned a ticket of the same requester before
 */
record Candidate(
        String login,
        String name,
        int skillLevel,
        int load,
        int capacity,
        long idleMinutes,
        long minutesOnShift,
        boolean speaksLanguage,
        boolean behindWall,
        boolean away,
        boolean knowsCustomer) {}
