package org.ticketingos.access;

/** What a person of a client may do for the company. A viewer looks on; nobody may do what is not named. */
public enum ClientRole {

    /** Manages the company's own people, its look and who signs off. */
    ADMINISTRATOR,

    /** Accepts delivered work or sends it back. */
    APPROVER,

    /** Asks for work, writes to the desk, withdraws, answers surveys. */
    REQUESTER,

    VIEWER
}
